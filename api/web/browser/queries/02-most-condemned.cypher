// Who is condemned most
// A table: how often, by how many, and from which day to which.
MATCH (source:Actor)-[r:CONDEMN]->(target:Actor)
RETURN target.name AS target, sum(r.events) AS events, count(source) AS sources,
       min(r.first) AS first, max(r.last) AS last
ORDER BY events DESC, target
LIMIT 25
