"""The archive and research package: what may outlive the raw answers, for people who never met those who answered.

Whoever reads it must not find out who answered what, with everything else they may know. So:
- Places are told by zone, and by the hexagon of all that is published where enough have marked it; a point is moved to its
  middle. A line shows where a child lives however it is cut, so none is there: roads are hexagons that enough have drawn.
- Where everyone can see what is published, places are those that it tells of: one child's more or less would be seen.
- No row of a place leads to an answer, or to another place of the same child: some places together are like a signature.
- Zone, school year, language and the like are told only where enough respondents are told of alike (safeguards.groups).
- A value that fewer gave is blank. Texts are those that a person has read, and in which nothing is pointed out.
- Rows stand in an order that has nothing to do with who came when.
"Enough" is the project's fewest in public, and selections do not count: the difference between two packages would tell of few.
"""
