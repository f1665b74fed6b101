"""How fast the project is, as ratios that hold on any machine. ``python -m benchmarks`` runs them all."""
