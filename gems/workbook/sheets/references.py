"""The titles of the sheets others refer to, and the cells that refer to them."""

from gems.domain.issues import Kind
from gems.domain.words import Words
from gems.workbook.cells.texts import Reference, References

COMMUNES = Words("Communes", "Towns")
MEMBERS = Words("Adhérents", "Members")
SITES = Words("Lieux", "Sites")
QUALIFICATIONS = Words("Métiers", "Jobs")
EMPLOYEES = Words("Salariés", "Employees")

COMMUNE = Reference(Kind.COMMUNE, Words("une commune", "a town"), COMMUNES)
MEMBER = Reference(Kind.MEMBER, Words("un adhérent", "a member"), MEMBERS)
SITE = Reference(Kind.SITE, Words("un lieu", "a site"), SITES)
QUALIFICATION = Reference(Kind.QUALIFICATION, Words("un métier", "a job"), QUALIFICATIONS)
EMPLOYEE = Reference(Kind.EMPLOYEE, Words("un salarié", "an employee"), EMPLOYEES)
SEVERAL_MEMBERS = References(Kind.MEMBER, Words("une liste d'adhérents", "a list of members"), MEMBERS)
SEVERAL_EMPLOYEES = References(Kind.EMPLOYEE, Words("une liste de salariés", "a list of employees"), EMPLOYEES)
