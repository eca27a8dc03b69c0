// Everything between two countries
// All relations in both directions, what their militaries do included. Change the two ids.
MATCH p = (a:Country)-[]->(b:Country)
WHERE a.id IN ['USA', 'CHN'] AND b.id IN ['USA', 'CHN']
RETURN p
