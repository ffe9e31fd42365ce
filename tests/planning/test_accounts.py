"""The coordinator's accounts: what may be opened, and what is shown of it."""

from dataclasses import replace

import pytest

from gems.access.accounts import NO_LOGIN, NO_NAME, house
from gems.access.links import LinkPurpose
from gems.access.policy import Role
from gems.domain.group import Settings
from gems.domain.words import Words
from gems.planning import accounts as desk
from gems.planning.accounts import Opened, accounts, add_account, disable_account, enable_account
from gems.planning.links import make_personal_link
from gems.planning.office import Declined, Office
from sample_data import generate
from tests.databases import FillStore
from tests.store.put import keep, sample_group

GROUP = generate("small")
MEMBER, EMPLOYEE = GROUP.members[0], GROUP.employees[0]


@pytest.fixture
def office(filled_store: FillStore) -> Office:
    """With a group, of number 1."""
    store, number = filled_store(sample_group())
    assert number == 1
    return Office(store)


def add(office: Office, login: str, role: Role, **of: str) -> Opened:
    """A new account, by a link or a provider only."""
    return add_account(office, house(1), login=login, name=login.title(), role=role, with_password=False, **of)


def declined(office: Office, login: str, role: Role, **of: str) -> Words:
    """Why it cannot be opened; nothing is then."""
    before = accounts(office, house(1))
    with pytest.raises(Declined) as no:
        add(office, login, role, **of)
    assert accounts(office, house(1)) == before
    return no.value.words


def test_the_list_says_whose_account_it_is_and_how_it_opens(office: Office) -> None:
    add(office, "anne", Role.COORDINATOR)
    add(office, "mairie", Role.MEMBER, member_id=MEMBER.id)
    jeanne = add(office, "jeanne", Role.EMPLOYEE, employee_id=EMPLOYEE.id)
    make_personal_link(office, house(1), account_id=jeanne.account_id, purpose=LinkPurpose.SIGN_IN)
    shown = [(row.account.login, row.of, row.has_link) for row in accounts(office, house(1))]
    assert shown == [("anne", "", False), ("jeanne", EMPLOYEE.name, True), ("mairie", MEMBER.name, False)]
    assert all(row.account.group_id == 1 and not row.account.has_password for row in accounts(office, house(1)))


def test_a_calendar_link_is_no_way_in(office: Office) -> None:
    made = add(office, "jeanne", Role.EMPLOYEE, employee_id=EMPLOYEE.id)
    make_personal_link(office, house(1), account_id=made.account_id, purpose=LinkPurpose.CALENDAR)
    assert not accounts(office, house(1))[0].has_link


def test_who_left_the_data_is_shown_by_id(office: Office) -> None:
    keep(office.store, 1, replace(GROUP, members=(*GROUP.members, replace(MEMBER, id="M999", name="Passante"))))
    add(office, "passante", Role.MEMBER, member_id="M999")
    assert accounts(office, house(1))[0].of == "Passante"
    keep(office.store, 1, GROUP)
    assert accounts(office, house(1))[0].of == "M999"


@pytest.mark.parametrize(
    ("role", "of", "why"),
    [
        (Role.MEMBER, {}, desk.WHICH_MEMBER),
        (Role.MEMBER, {"member_id": "nobody"}, desk.WHICH_MEMBER),
        (Role.MEMBER, {"member_id": MEMBER.id, "employee_id": EMPLOYEE.id}, desk.WHICH_MEMBER),
        (Role.EMPLOYEE, {}, desk.WHICH_EMPLOYEE),
        (Role.EMPLOYEE, {"employee_id": MEMBER.id}, desk.WHICH_EMPLOYEE),
        (Role.EMPLOYEE, {"member_id": MEMBER.id, "employee_id": EMPLOYEE.id}, desk.WHICH_EMPLOYEE),
        (Role.COORDINATOR, {"member_id": MEMBER.id}, desk.NEITHER),
        (Role.BOARD, {"employee_id": EMPLOYEE.id}, desk.NEITHER),
    ],
)
def test_a_role_says_whose_affairs_it_opens(office: Office, role: Role, of: dict[str, str], why: Words) -> None:
    assert declined(office, "x", role, **of) == why


@pytest.mark.parametrize("login", ["", "  ", "a b", "x" * 201, "\x00"])
def test_a_sign_in_name_can_be_typed(office: Office, login: str) -> None:
    assert declined(office, login, Role.BOARD) in (NO_LOGIN, NO_NAME)


def test_a_sign_in_name_is_of_one_account_in_the_whole_database(office: Office) -> None:
    add(office, "anne", Role.COORDINATOR)
    other = office.store.add_group(Settings(name="Ailleurs"))
    with pytest.raises(Declined) as no:
        add_account(office, house(other), login=" ANNE", name="Anne", role=Role.COORDINATOR)
    assert "anne" in no.value.words.fr
    assert accounts(office, house(other)) == ()


def test_somebody_can_always_coordinate(office: Office) -> None:
    anne, paul = (add(office, login, Role.COORDINATOR).account_id for login in ("anne", "paul"))
    disable_account(office, house(1), account_id=anne)
    with pytest.raises(Declined) as no:
        disable_account(office, house(1), account_id=paul)
    assert no.value.words == desk.LAST_COORDINATOR
    enable_account(office, house(1), account_id=anne)
    disable_account(office, house(1), account_id=paul)
    for again, account_id in ((disable_account, paul), (enable_account, anne)):
        with pytest.raises(Declined):
            again(office, house(1), account_id=account_id)


def test_each_act_is_in_the_history(office: Office) -> None:
    made = add(office, "anne", Role.BOARD)
    disable_account(office, house(1), account_id=made.account_id)
    enable_account(office, house(1), account_id=made.account_id)
    with office.store.read(1) as work:
        deeds = work.trail.deeds()
    assert [(deed.who, deed.act, deed.subject) for deed in deeds] == [
        ("ligne de commande", "manage_accounts", "Anne")
    ] * 3
