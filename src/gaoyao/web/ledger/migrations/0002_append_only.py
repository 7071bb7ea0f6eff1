"""The log is append-only by trigger."""

from django.db import migrations

from gaoyao.web.ledger.triggers import install, remove


class Migration(migrations.Migration):
    """Install the triggers."""

    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
