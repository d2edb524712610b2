### Hasta cuándo pedir, en las páginas de los productos.

order = Pida antes del { $day } a las { $time } para recibirlo a más tardar el { $due }
today = Pida hoy antes de las { $time } para recibirlo a más tardar el { $due }
still = Aún es posible: { $what }, hasta el { $day } a las { $time }
still-today = Aún es posible hoy hasta las { $time }: { $what }
days =
    { $days ->
        [one] queda { $days } día
       *[other] quedan { $days } días
    }
hours = quedan { NUMBER($hours) } h { $minutes }
minutes = quedan { NUMBER($minutes) } min
