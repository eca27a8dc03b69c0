// The material conflicts of a country
// What it does to others and others to it, by PLOVER type: a finer relation keeps its type in `base`.
MATCH p = (:Country {id: 'USA'})-[r WHERE r.base IN ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']]-(:Actor)
RETURN p
LIMIT 100
