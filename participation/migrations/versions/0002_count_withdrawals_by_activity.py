"""Count withdrawals by activity"""

import sqlalchemy as sa
from alembic import op


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('erasure', schema=None) as batch_op:
        batch_op.add_column(sa.Column('activity_id', sa.Integer(), nullable=True))



def downgrade():
    with op.batch_alter_table('erasure', schema=None) as batch_op:
        batch_op.drop_column('activity_id')

