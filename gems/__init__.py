"""The domain of an employer group, its rules, its use cases and its workbook. Imports neither solver nor ui."""
