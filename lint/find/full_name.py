"""A full name as finders of what stands beside one look for it, as a regular expression: “Ida de la Mare Holt Jr.”"""

WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
MIDDLE = r"[A-Z]\.|[\"“][A-Z][\w ]+[\"”,]+|(?:de|la|del|van|von|bin|al)"
FULL_NAME = rf"{WORD}(?:(?: (?:{MIDDLE}))* {WORD}){{1,3}}(?:,? (?:Jr|Sr|I{{2,3}}|IV)\b\.?)?"
