"""Excel in and out: a group and its schedule as a workbook that people can read, edit and send back."""

from gems.workbook.annotate import annotate
from gems.workbook.faults import CellFault
from gems.workbook.read import Reading, read_workbook
from gems.workbook.tables import to_frame
from gems.workbook.template import write_template
from gems.workbook.write import write_workbook

__all__ = ["CellFault", "Reading", "annotate", "read_workbook", "to_frame", "write_template", "write_workbook"]
