// The evidence behind one edge
// The events that an edge counts, with source, target and the article that reports them.
MATCH p = (source:Actor)<-[:SOURCE]-(e:Event)-[:TARGET]->(target:Actor), q = (e)-[:REPORTED_IN]->(:Article)
WHERE e.source IN ['SUN', 'SUN-MIL'] AND e.relation = 'CONDEMN' AND e.target IN ['ISR', 'ISR-MIL']
  AND e.counted
RETURN p, q
LIMIT 50
