// Two countries month by month
// Acts of either on the other by month and quadrant; one act that gave two events counts once.
MATCH (e:Event)
WHERE e.source IN ['USA', 'USA-MIL', 'CHN', 'CHN-MIL'] AND e.target IN ['USA', 'USA-MIL', 'CHN', 'CHN-MIL']
  AND e.counted AND e.day IS NOT NULL
RETURN substring(e.day, 0, 7) AS month, e.quad AS quadrant,
       count(DISTINCT e.act) AS acts, collect(DISTINCT e.relation) AS relations
ORDER BY month, quadrant
