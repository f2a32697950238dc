from __future__ import annotations

import pytest

from slated.articles.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The vote will be held in May, the mayor said on Monday."),
        ("de", "Die Abstimmung findet im Mai statt, sagte die Bürgermeisterin am Montag."),
        ("fr", "Le vote aura lieu en mai, a déclaré lundi le maire de la ville."),
        ("es", "La votación se celebrará en mayo, dijo el lunes la alcaldesa de la ciudad."),
        ("it", "Il voto si terrà a maggio, ha detto lunedì il sindaco della città."),
        ("pt", "A votação será em maio, disse o prefeito da cidade, que não quer uma nova data."),
        ("nl", "De stemming is in mei, zei de burgemeester maandag in een gesprek met het dagblad."),
        ("sv", "Omröstningen hålls i maj, sade borgmästaren på måndagen, och det är inte för sent."),
        ("pl", "Głosowanie odbędzie się w maju, powiedział w poniedziałek burmistrz i nie jest to żart."),
        ("ru", "Голосование пройдет в мае, сказал в понедельник мэр, и это не шутка."),
        ("uk", "Голосування відбудеться у травні, сказав у понеділок мер, і це не жарт."),
        ("ko", "투표는 5월에 열린다고 시장이 월요일에 말했다."),
        ("zh", "市长星期一说，投票将在五月举行。"),
        ("ja", "投票は五月に行われると市長が月曜日に述べた。"),
        ("ar", "قال رئيس البلدية يوم الاثنين إن التصويت سيجري في مايو."),
        ("en", "The club 東京 said on Monday that it would play in the league of the 2020 season."),
        ("und", "Lorem 123"),
        ("und", ""),
    ],
)
def test_the_language_is_guessed(language: str, text: str) -> None:
    assert guess_language(text) == language
