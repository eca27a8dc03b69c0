// The sentences behind one edge
// The same as a table to read: the day, the sentence and the article.
MATCH (e:Event)-[:REPORTED_IN]->(article:Article)
WHERE e.source IN ['SUN', 'SUN-MIL'] AND e.relation = 'CONDEMN' AND e.target IN ['ISR', 'ISR-MIL']
  AND e.counted
RETURN e.day AS day, e.sentence AS sentence, article.title AS article, e.confidence AS confidence
ORDER BY day DESC
LIMIT 50
