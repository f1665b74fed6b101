"""Which of the versions kept aside wait until someone chooses between them and what is current."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import VARCHAR

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

Id = sa.String(16).with_variant(VARCHAR(16, collation="C"), "postgresql")


def upgrade() -> None:
    waiting("organisations_waiting", "organisation_revisions")
    waiting("drafts_waiting", "draft_revisions")


def waiting(name: str, revisions: str) -> None:
    op.create_table(
        name,
        sa.Column("id", Id, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.ForeignKeyConstraint(["id", "number"], [f"{revisions}.id", f"{revisions}.number"]),
    )


def downgrade() -> None:
    op.drop_table("drafts_waiting")
    op.drop_table("organisations_waiting")
