"""`gems account`: the accounts of the people who sign in, for whoever holds the machine."""

from collections.abc import Callable
from typing import Any

import click

from gems.domain.words import Words
from ui.cli.database import database_option
from ui.cli.exits import Exit
from ui.cli.families import Family
from ui.cli.parameters import Number, OneOf
from ui.cli.speech import SpokenArgument, SpokenCommand, SpokenOption, say, session

ABOUT = Words(
    "Gère les comptes des personnes qui se connectent à la page.\n\n"
    "Le premier compte de coordination se crée sur la page, avec le code que gems serve écrit.",
    "Manages the accounts of the people who sign in to the page.\n\n"
    "The coordinator's first account is made on the page, with the code that gems serve writes.",
)
GIVEN = Words("Compte ouvert : {name} ({login}).", "Account opened: {name} ({login}).")
PASSWORD = Words(
    "Mot de passe provisoire, montré cette seule fois : {password}\n"
    "À la première connexion, il faudra en choisir un autre.",
    "Temporary password, shown this once: {password}\nWhen first signing in, another one has to be chosen.",
)
LINK = Words(
    "Lien personnel, montré cette seule fois, à ajouter à l'adresse de la page : {path}",
    "Personal link, shown this once, to add to the address of the page: {path}",
)
CLOSED = Words("Compte fermé : {name}. Plus personne n'y est connecté.", "Account closed: {name}. Nobody is signed in.")
REOPENED = Words("Compte rouvert : {name}.", "Account opened again: {name}.")
REVOKED = Words("Liens retirés à {name} : {count}.", "Links taken back from {name}: {count}.")
MOST_GROUPS, MOST_DAYS = 1_000_000, 3660
Decorator = Callable[[Callable[..., Exit]], click.Command]


def _roles() -> tuple[str, ...]:
    from gems.access.policy import Role

    return tuple(Role)


def _option(name: str, french: str, english: str, **more: Any) -> Callable[..., Any]:
    return click.option(name, cls=SpokenOption, words=Words(french, english), **more)


@click.group("account", cls=Family, words=ABOUT)
def command() -> None:
    """See ABOUT."""


def _act(name: str, french: str, english: str) -> Decorator:
    """A command on accounts, described in both languages."""

    return command.command(name, cls=SpokenCommand, words=Words(french, english))


def _act_on(name: str, french: str, english: str) -> Decorator:
    """A command on one account, named by its sign-in name."""
    told = Words("l'identifiant du compte", "the sign-in name of the account")
    argument = click.argument("login", cls=SpokenArgument, metavar="LOGIN", words=told)
    return lambda run: _act(name, french, english)(argument(run))


@_act("list", "Dit les comptes, et comment ils entrent.", "Lists the accounts, and their ways in.")
@database_option
def list_accounts(database: str | None) -> Exit:
    """Every account of every group."""
    from ui.cli.account_desk import tell_accounts

    tell_accounts(database)
    return Exit.FINE


@_act("add", "Ouvre un compte.", "Opens an account.")
@_option(
    "--role",
    "Rôle : coordinator (coordination), member (adhérent), employee (salarié) ou board (conseil d'administration).",
    "Role: coordinator, member, employee or board.",
    type=OneOf(_roles),
    metavar="ROLE",
    required=True,
)
@_option("--login", "Identifiant, souvent une adresse électronique.", "Sign-in name, often an e-mail.", required=True)
@_option("--name", "Nom de la personne.", "Name of the person.", required=True)
@_option("--member", "Pour un adhérent : lequel.", "For a member: which one.", metavar="ID")
@_option("--employee", "Pour un salarié : lequel.", "For an employee: which one.", metavar="ID")
@_option("--no-password", "Sans mot de passe : par lien seulement.", "Without a password: by link only.", is_flag=True)
@_option(
    "--group",
    "Numéro du groupement, quand la base en contient plusieurs.",
    "Number of the group, when the database holds several.",
    type=Number(1, MOST_GROUPS),
)
@database_option
def add(group: int | None, no_password: bool, database: str | None, **told: str) -> Exit:
    """A new account in a group."""
    from gems.access.policy import Role
    from gems.planning.accounts import add_account
    from ui.cli.account_desk import on_group

    with on_group(database, group) as (office, house):
        made = add_account(
            office,
            house,
            login=told["login"],
            name=told["name"],
            role=Role(told["role"]),
            member_id=told["member"],
            employee_id=told["employee"],
            language=session().language,
            with_password=not no_password,
        )
    say(GIVEN.fill(name=told["name"], login=told["login"]))
    if made.temporary_password is not None:
        say(PASSWORD.fill(password=made.temporary_password))
    return Exit.FINE


@_act_on(
    "reset", "Donne un mot de passe provisoire, et déconnecte.", "Gives a temporary password, and signs the person out."
)
@database_option
def reset(login: str, database: str | None) -> Exit:
    """Another password."""
    from gems.planning.accounts import reset_password
    from ui.cli.account_desk import on_account

    with on_account(database, login) as (office, house, account):
        password = reset_password(office, house, account_id=account.id)
    say(PASSWORD.fill(password=password))
    return Exit.FINE


@_act_on("disable", "Ferme un compte, à l'instant.", "Closes an account, at once.")
@database_option
def disable(login: str, database: str | None) -> Exit:
    """Nothing opens it any more."""
    from gems.planning.accounts import disable_account
    from ui.cli.account_desk import on_account

    with on_account(database, login) as (office, house, account):
        disable_account(office, house, account_id=account.id)
    say(CLOSED.fill(name=account.name))
    return Exit.FINE


@_act_on("enable", "Rouvre un compte fermé.", "Opens a closed account again.")
@database_option
def enable(login: str, database: str | None) -> Exit:
    """What opened it opens it again."""
    from gems.planning.accounts import enable_account
    from ui.cli.account_desk import on_account

    with on_account(database, login) as (office, house, account):
        enable_account(office, house, account_id=account.id)
    say(REOPENED.fill(name=account.name))
    return Exit.FINE


@_act_on(
    "link",
    "Donne un lien personnel, pour se connecter sans mot de passe ou suivre son agenda.",
    "Gives a personal link, to sign in without a password or to follow one's calendar.",
)
@_option("--days", "Durée du lien, en jours.", "How many days it lasts.", type=Number(1, MOST_DAYS))
@_option(
    "--calendar", "Un lien d'agenda, qui ne connecte pas.", "A calendar link, which signs nobody in.", is_flag=True
)
@database_option
def link(login: str, days: int | None, calendar: bool, database: str | None) -> Exit:
    """A way in, shown once."""
    from gems.access.links import LinkPurpose
    from gems.planning.links import make_personal_link
    from ui.cli.account_desk import on_account
    from ui.web.gate.paths import CALENDARS, LINKS

    purpose = LinkPurpose.CALENDAR if calendar else LinkPurpose.SIGN_IN
    with on_account(database, login) as (office, house, account):
        token = make_personal_link(office, house, account_id=account.id, purpose=purpose, days=days)
    say(LINK.fill(path=f"{CALENDARS}{token}.ics" if calendar else f"{LINKS}{token}"))
    return Exit.FINE


@_act_on("revoke", "Retire tous les liens personnels d'un compte.", "Takes back every personal link of an account.")
@database_option
def revoke(login: str, database: str | None) -> Exit:
    """No link opens it any more."""
    from gems.planning.links import account_links, revoke_personal_link
    from ui.cli.account_desk import on_account

    with on_account(database, login) as (office, house, account):
        given = account_links(office, house, account_id=account.id)
        live = [each.id for each in given if each.revoked_at is None]
        for number in live:
            revoke_personal_link(office, house, link_id=number)
    say(REVOKED.fill(name=account.name, count=len(live)))
    return Exit.FINE
