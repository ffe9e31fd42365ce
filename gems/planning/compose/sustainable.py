"""What keeps a post from being a sustainable one: the checker's word, and the terms on its weeks, year and members."""

from collections.abc import Iterator

from gems.domain.composition import ComposeQuestion
from gems.domain.proposal_of_posts import PostSheet
from gems.planning.compose.judging import violations


def refusals(question: ComposeQuestion, sheet: PostSheet) -> Iterator[str]:
    """Each reason, for engineers; none: the post is sustainable. The terms first, as they cost nothing to look at."""
    terms, name = question.terms, sheet.post.id
    year = sheet.placed + sheet.driving
    if not terms.least_year <= year <= terms.most_year:
        yield f"{name}: {year} minutes a year"
    if not all(terms.low <= week <= terms.high for week in (*sheet.weeks, *sheet.holiday_weeks)):
        yield f"{name}: weeks of {sheet.weeks}, {sheet.holiday_weeks} minutes"
    if len(sheet.shares) > terms.members_most:
        yield f"{name}: {len(sheet.shares)} members"
    for violation in violations(question, sheet.post):
        yield violation.words.en
