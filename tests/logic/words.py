"""A small invented vocabulary about interrogations, for tables that a lawyer can read."""

from gaoyao.logic.tree import Choice, Concluded, FieldType, Flag, Moment, Quantity, Relation

录像 = Flag(
    "讯问",
    "录像",
    FieldType.FLAG,
    "录音录像",
    "讯问全程录音录像",
    "讯问没有录音录像",
    "讯问是否录音录像没有材料",
)
场外 = Flag(
    "讯问",
    "场外",
    FieldType.FLAG,
    "场所外讯问",
    "讯问在规定场所以外进行",
    "讯问在规定场所进行",
    "讯问地点不明",
)
疲劳 = Flag(
    "供述",
    "疲劳",
    FieldType.FLAG,
    "疲劳讯问",
    "供述系疲劳讯问取得",
    "供述不是疲劳讯问取得",
    "是否疲劳讯问不明",
)
完整 = Flag(
    "供述",
    "完整",
    FieldType.FLAG,
    "讯问清单完整",
    "历次讯问已列全",
    "历次讯问没有列全",
    "历次讯问是否列全不明",
)
无词 = Flag("供述", "签名", FieldType.FLAG, "签名")
开始 = Moment("供述", "开始", FieldType.MOMENT, "讯问开始")
结束 = Moment("供述", "结束", FieldType.MOMENT, "讯问结束")
份数 = Quantity("供述", "份数", FieldType.QUANTITY, "笔录份数", unit="份")
地点 = Choice("供述", "地点", FieldType.CHOICE, "讯问地点", options=(("jail", "看守所"), ("hotel", "宾馆")))
讯问 = Relation("r", "供述", "讯问", "历次讯问")
清单 = Relation("l", "供述", "讯问", "历次讯问", closed=完整)
首次 = Relation("o", "供述", "讯问", "首次讯问", to_one=True)
结论 = Concluded("供述", "c", "有应当排除的理由", "没有应当排除的理由", "是否应当排除不明")
