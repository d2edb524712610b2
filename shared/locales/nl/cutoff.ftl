### Tot wanneer te bestellen is, op de pagina’s van de producten.

order = Bestel vóór { $day } om { $time } en u hebt het uiterlijk { $due }
today = Bestel vandaag vóór { $time } en u hebt het uiterlijk { $due }
still = Kan nog: { $what }, tot { $day } om { $time }
still-today = Kan vandaag nog tot { $time }: { $what }
days =
    { $days ->
        [one] nog { $days } dag
       *[other] nog { $days } dagen
    }
hours = nog { NUMBER($hours) } u { $minutes }
minutes = nog { NUMBER($minutes) } min
