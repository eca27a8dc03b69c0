// How two actors are connected
// The shortest chains of relations from one to the other, at most four steps long.
MATCH p = ALL SHORTEST (:Actor {id: 'NOR'})-[r WHERE r.events > 0]-{1,4}(:Actor {id: 'RUS'})
RETURN p
LIMIT 50
