from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_listed"),
    ]

    operations = [
        migrations.AddField(
            model_name="listed",
            name="asked",
            field=models.DateTimeField(db_index=True, null=True),
        ),
        migrations.AddField(
            model_name="listed",
            name="broken",
            field=models.BooleanField(default=False),
        ),
    ]
