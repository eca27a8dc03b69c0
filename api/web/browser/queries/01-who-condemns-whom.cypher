// Who condemns whom
// Every country that condemns somebody, with whom it condemns. Put another relation in the place of CONDEMN.
MATCH p = (:Country)-[:CONDEMN]->()
RETURN p
