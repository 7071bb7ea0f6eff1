"""Columns for the boxes of closed parts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_append_only"), ("sealing", "0002_never_deleted")]

    operations = [
        migrations.AddField(model_name="record", name="sealed", field=models.BinaryField(null=True)),
        migrations.AddField(model_name="revision", name="sealed", field=models.BinaryField(null=True)),
        migrations.AlterField(
            model_name="revision", name="at", field=models.CharField(blank=True, max_length=40)
        ),
    ]
