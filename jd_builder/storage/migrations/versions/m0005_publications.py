"""Marks of what was published: which document of a draft, at which revision, and when."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import VARCHAR

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


Id = sa.String(16).with_variant(VARCHAR(16, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "publications",
        sa.Column("id", Id, primary_key=True),
        sa.Column("draft", Id, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("layout", sa.Text, nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["draft", "number"], ["draft_revisions.id", "draft_revisions.number"]),
        sa.UniqueConstraint("draft", "number", "layout"),
    )


def downgrade() -> None:
    op.drop_table("publications")
