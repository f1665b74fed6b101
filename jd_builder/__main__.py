"""``python -m jd_builder``."""

if __name__ == "__main__":  # processes of a bulk build import this module too, and need none of it
    from jd_builder.cli import main

    main(prog_name="python -m jd_builder")
