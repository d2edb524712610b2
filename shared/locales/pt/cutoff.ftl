### Até quando encomendar, nas páginas dos produtos.

order = Encomende até { $day } às { $time } para o receber até { $due }
today = Encomende hoje até às { $time } para o receber até { $due }
still = Ainda é possível: { $what }, até { $day } às { $time }
still-today = Ainda é possível hoje até às { $time }: { $what }
days =
    { $days ->
        [one] falta { $days } dia
       *[other] faltam { $days } dias
    }
hours = faltam { NUMBER($hours) } h { $minutes }
minutes = faltam { NUMBER($minutes) } min
