"""The planner: OR-Tools behind the ports that `gems.planning` declares. Imports gems only."""
