### Bis wann zu bestellen ist, auf den Seiten der Waren.

order = Bis { $day }, { $time } Uhr bestellen, und es ist bis zum { $due } da
today = Heute bis { $time } Uhr bestellen, und es ist bis zum { $due } da
still = Noch möglich: { $what }, bis { $day }, { $time } Uhr
still-today = Heute noch möglich bis { $time } Uhr: { $what }
days =
    { $days ->
        [one] noch { $days } Tag
       *[other] noch { $days } Tage
    }
hours = noch { NUMBER($hours) } Std. { $minutes }
minutes = noch { NUMBER($minutes) } Min.
