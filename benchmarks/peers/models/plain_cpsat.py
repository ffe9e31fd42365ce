"""A plain person × slot model for CP-SAT, as a first book on rostering writes it. Knows nothing of the product.

python plain_cpsat.py QUESTION.json ANSWER.json SECONDS
"""

import json
import sys
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from ortools.sat.python import cp_model


def clash(asked, one, other):
    """Whether one person cannot do both pieces."""
    first, second = sorted((one, other), key=lambda piece: piece["start"])
    if first["day"] == second["day"]:
        drive = asked["drives"][first["site"]][second["site"]]
        longest = max(first["end"], second["end"]) - first["start"]
        return second["start"] < first["end"] + drive or longest > asked["limits"]["span"]
    return second["start"] < first["end"] + asked["limits"]["rest"]


def build(asked):
    """The model, and a 0-1 variable for each offer."""
    model, limits, pieces = cp_model.CpModel(), asked["limits"], asked["pieces"]
    done = [model.new_bool_var("") for _ in asked["offers"]]
    by_mission, by_need, by_person = defaultdict(list), defaultdict(list), defaultdict(list)
    for variable, (person, place, _) in zip(done, asked["offers"], strict=True):
        piece = pieces[place]
        by_mission[piece["mission"]].append(variable)
        by_need[piece["need"]].append((variable, person, piece))
        by_person[person].append((variable, piece))
    for variables in by_mission.values():
        model.add_at_most_one(variables)
    for number, found in by_need.items():
        need = asked["needs"][number]
        model.add(sum((piece["end"] - piece["start"]) * done for done, _, piece in found) <= need["minutes"])
        if need["same_person"]:
            whose = {person: model.new_bool_var("") for _, person, _ in found}
            model.add_at_most_one(whose.values())
            for variable, person, _ in found:
                model.add_implication(variable, whose[person])
    cost = [cents * variable for variable, (_, _, cents) in zip(done, asked["offers"], strict=True)]
    for person, weekly in enumerate(asked["people"]):
        cost += hours(model, asked, limits, by_person[person], weekly)
    model.minimize(sum(cost))
    return model, done


def hours(model, asked, limits, own, weekly):
    """The rows of one person; what hours below and above the contract cost."""
    for (one, first), (other, second) in combinations(own, 2):
        near = abs(first["day"] - second["day"]) <= 1 and first["mission"] != second["mission"]
        if near and clash(asked, first, second):
            model.add_bool_or(~one, ~other)
    days = defaultdict(list)
    for variable, piece in own:
        days[piece["day"]].append((variable, piece["end"] - piece["start"]))
    worked = {}
    for day, found in days.items():
        model.add(sum(minutes * variable for variable, minutes in found) <= limits["day"])
        worked[day] = model.new_bool_var("")
        model.add_max_equality(worked[day], [variable for variable, _ in found])
    for week in range(asked["weeks"]):
        within = [day for day in days if day // 7 == week]
        total = sum(minutes * variable for day in within for variable, minutes in days[day])
        model.add(total <= limits["week"])
        model.add(sum(worked[day] for day in within) <= limits["days"])
        under, over = model.new_int_var(0, 10_000, ""), model.new_int_var(0, 10_000, "")
        model.add(total + under - over == weekly)
        yield asked["under_cents"] * under + asked["over_cents"] * over


def main(question, answer, seconds):
    """Read, search, write the offers taken."""
    begun = time.monotonic()
    asked = json.loads(Path(question).read_text(encoding="utf-8"))
    model, done = build(asked)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers, solver.parameters.random_seed = asked["workers"], asked["seed"]
    solver.parameters.max_time_in_seconds = max(0.1, float(seconds) - (time.monotonic() - begun))
    found = solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    taken = [place for place, variable in enumerate(done) if found and solver.boolean_value(variable)]
    Path(answer).write_text(json.dumps(taken), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
