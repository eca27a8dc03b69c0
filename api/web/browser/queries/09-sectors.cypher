// The sectors of a country
// Its military, police, civilians and others that have nodes of their own, and what they do and suffer.
MATCH p = (sector:Actor)-[:PART_OF]->(:Country {id: 'CHN'})
OPTIONAL MATCH q = (sector)-[r WHERE r.events > 0]-(:Actor)
RETURN p, q
LIMIT 100
