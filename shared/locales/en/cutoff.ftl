### Until when to order, on product pages.

order = Order before { $day } at { $time } to have it by { $due }
today = Order today before { $time } to have it by { $due }
still = Still possible: { $what }, until { $day } at { $time }
still-today = Still possible today until { $time }: { $what }
days =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
hours = { NUMBER($hours) } h { $minutes } left
minutes = { NUMBER($minutes) } min left
