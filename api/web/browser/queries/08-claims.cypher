// Who claims what
// Events that somebody is quoted for: the speaker, the event, and the two ends of it.
MATCH p = (speaker:Actor)<-[:ATTRIBUTED_TO]-(e:Event)-[:SOURCE|TARGET]->(:Actor)
RETURN p
LIMIT 100
