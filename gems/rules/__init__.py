"""The rules: what the law, the agreement and the group's own goals say, and the judge of finished schedules."""
