### O que um aviso diz de um pacote, sem que se pergunte. As variáveis estão explicadas em fr/notices.ftl.

## De que se fala

of-order =
    { $naming ->
        [numbered] { " " }da encomenda n.º { $number }
       *[bare] { "" }
    }
of-your-order =
    { $naming ->
        [numbered] { " " }da sua encomenda n.º { $number }
       *[bare] { " " }da sua encomenda
    }

# No início de uma frase.
subject =
    { $which ->
        [only] O seu pacote{ of-order }
        [one] Um dos pacotes{ of-your-order }
        [some] { $count } pacotes{ of-your-order }
       *[all] Os seus { $count } pacotes{ of-order }
    }

# Dentro de uma frase, nunca depois de «de», «em» ou «por».
object =
    { $which ->
        [only] o seu pacote{ of-order }
        [one] um dos pacotes{ of-your-order }
        [some] { $count } pacotes{ of-your-order }
       *[all] os seus { $count } pacotes{ of-order }
    }

working-days =
    { $silent-days ->
        [one] { $silent-days } dia útil
       *[other] { $silent-days } dias úteis
    }

## O que vários avisos têm em comum

estimated-next = Entrega prevista: { $estimate }.
follow-next = O resto do percurso aparecerá aqui.
decide-next = Diga-nos o que prefere: uma pessoa da loja trata disso.

## A transportadora tem o pacote

shipped-by =
    { $count ->
        [one] { subject } está a caminho, com { $carrier }.
       *[other] { subject } estão a caminho, com { $carrier }.
    }
shipped =
    { $count ->
        [one] { subject } está a caminho: a transportadora já o recebeu.
       *[other] { subject } estão a caminho: a transportadora já os recebeu.
    }

## A última volta

out-for-delivery =
    { $count ->
        [one] { subject } está em distribuição.
       *[other] { subject } estão em distribuição.
    }
out-for-delivery-next = Avisamos aqui assim que a transportadora confirmar a entrega.

## No ponto de recolha

ready-for-pickup-at =
    { $count ->
        [one] { subject } está à sua espera: { $place }.
       *[other] { subject } estão à sua espera: { $place }.
    }
ready-for-pickup =
    { $count ->
        [one] { subject } pode ser levantado, segundo a transportadora.
       *[other] { subject } podem ser levantados, segundo a transportadora.
    }
ready-for-pickup-until-next =
    { $count ->
        [one] Fica lá guardado até { $kept-until }, inclusive. Podem pedir-lhe um documento de identificação.
       *[other] Ficam lá guardados até { $kept-until }, inclusive. Podem pedir-lhe um documento de identificação.
    }
ready-for-pickup-next = Podem pedir-lhe um documento de identificação.

## Entregue

delivered-signed =
    { $count ->
        [one] { subject } foi entregue contra assinatura ({ $signed-by }), segundo a transportadora.
       *[other] { subject } foram entregues contra assinatura ({ $signed-by }), segundo a transportadora.
    }
delivered =
    { $count ->
        [one] { subject } foi entregue, segundo a transportadora.
       *[other] { subject } foram entregues, segundo a transportadora.
    }
delivered-next = Se algo não estiver bem, responda aqui e vemos juntos.

## Uma tentativa sem sucesso

delivery-attempted-by =
    { $count ->
        [one] { $carrier } tentou entregar { object }, mas não conseguiu.
       *[other] { $carrier } tentou entregar { object }, mas não conseguiu.
    }
delivery-attempted = A transportadora tentou entregar { object }, mas não conseguiu.
delivery-attempted-next = Assim que indicar o que se segue, nova tentativa ou ponto de recolha, avisamos aqui.

## Mais tarde do que o previsto

delayed-from =
    { $count ->
        [one] { subject } está atrasado: a entrega passou de { $missed } para { $day }.
       *[other] { subject } estão atrasados: a entrega passou de { $missed } para { $day }.
    }
delayed-to =
    { $count ->
        [one] { subject } está atrasado: a entrega está agora prevista para { $day }.
       *[other] { subject } estão atrasados: a entrega está agora prevista para { $day }.
    }
delayed-by = { $carrier } indica um atraso para { object }, sem dar uma nova data.
delayed = A transportadora indica um atraso para { object }, sem dar uma nova data.
delayed-to-next = Se não lhe convier, responda aqui.
delayed-next = Assim que houver uma, dizemo-la aqui.

## Mais cedo do que o previsto

sooner-from =
    { $count ->
        [one] Boas notícias: { object } está adiantado. A entrega passou de { $beaten } para { $day }.
       *[other] Boas notícias: { object } estão adiantados. A entrega passou de { $beaten } para { $day }.
    }
sooner-to = Boas notícias para { object }: a entrega foi antecipada para { $day }.
sooner =
    { $count ->
        [one] Boas notícias: { object } está adiantado em relação à data anunciada.
       *[other] Boas notícias: { object } estão adiantados em relação à data anunciada.
    }
sooner-next = Avisamos aqui se a data voltar a mudar.

## Uma etiqueta e nenhum pacote

not-handed-over-for =
    { $count ->
        [one] A etiqueta para { object } está pronta há { working-days }, mas a transportadora ainda não o recebeu.
       *[other] As etiquetas para { object } estão prontas há { working-days }, mas a transportadora ainda não os recebeu.
    }
not-handed-over =
    { $count ->
        [one] A etiqueta para { object } está pronta, mas a transportadora ainda não o recebeu.
       *[other] As etiquetas para { object } estão prontas, mas a transportadora ainda não os recebeu.
    }
not-handed-over-next = Avisamos aqui assim que anunciar a partida.

## Ninguém o registou

stalled-for =
    { $count ->
        [one] { subject } não é registado há { working-days }.
       *[other] { subject } não são registados há { working-days }.
    }
stalled =
    { $count ->
        [one] { subject } não é registado há vários dias.
       *[other] { subject } não são registados há vários dias.
    }
stalled-next = Continuamos a seguir o percurso: cada novo registo aparecerá aqui.

## O dia prometido passou

late-since =
    { $count ->
        [one] { subject } era esperado em { $day }; a transportadora ainda não o entregou.
       *[other] { subject } eram esperados em { $day }; a transportadora ainda não os entregou.
    }
late =
    { $count ->
        [one] { subject } não foi entregue no dia anunciado.
       *[other] { subject } não foram entregues no dia anunciado.
    }
late-estimated-next = A entrega está agora prevista para { $estimate }.
late-next = A transportadora não deu uma nova data; assim que houver uma, dizemo-la aqui.

## Tarde de mais para o dia que conta

will-miss-deadline-unsent =
    { $naming ->
        [numbered] A sua encomenda n.º { $number } ainda não saiu e não deverá chegar até { $day }.
       *[bare] A sua encomenda ainda não saiu e não deverá chegar até { $day }.
    }
will-miss-deadline-estimated =
    { $count ->
        [one] { subject } não deverá chegar até { $day }: a entrega está prevista para { $estimate }.
       *[other] { subject } não deverão chegar até { $day }: a entrega está prevista para { $estimate }.
    }
will-miss-deadline-by =
    { $count ->
        [one] { subject } não deverá chegar até { $day }.
       *[other] { subject } não deverão chegar até { $day }.
    }
will-miss-deadline =
    { $count ->
        [one] { subject } não deverá chegar a tempo.
       *[other] { subject } não deverão chegar a tempo.
    }
will-miss-deadline-next = Mais vale saber agora: diga-nos o que prefere.

## Pouco tempo no ponto de recolha

pickup-reminder-at =
    { $count ->
        [one] { subject } ainda está à sua espera, até { $day }, inclusive: { $place }.
       *[other] { subject } ainda estão à sua espera, até { $day }, inclusive: { $place }.
    }
pickup-reminder-until =
    { $count ->
        [one] { subject } ainda está à sua espera no ponto de recolha, até { $day }, inclusive.
       *[other] { subject } ainda estão à sua espera no ponto de recolha, até { $day }, inclusive.
    }
pickup-reminder =
    { $count ->
        [one] { subject } ainda está à sua espera no ponto de recolha, por pouco tempo.
       *[other] { subject } ainda estão à sua espera no ponto de recolha, por pouco tempo.
    }
pickup-reminder-next =
    { $count ->
        [one] Depois volta para a loja. Podem pedir-lhe um documento de identificação.
       *[other] Depois voltam para a loja. Podem pedir-lhe um documento de identificação.
    }

## Outro ponto de recolha

point-closed = O ponto de recolha previsto para { object } está fechado, segundo a transportadora.
point-full = O ponto de recolha previsto para { object } está cheio, segundo a transportadora.
point-moved-to =
    { $count ->
        [one] { subject } vai para outro ponto de recolha: { $place }.
       *[other] { subject } vão para outro ponto de recolha: { $place }.
    }
point-moved =
    { $count ->
        [one] { subject } vai para um ponto de recolha diferente do previsto.
       *[other] { subject } vão para um ponto de recolha diferente do previsto.
    }
point-changed = O ponto de recolha previsto para { object } deixou de estar disponível, segundo a transportadora.
point-moved-next =
    { $count ->
        [one] Avisamos aqui assim que o puder levantar lá.
       *[other] Avisamos aqui assim que os puder levantar lá.
    }
point-changed-next = Assim que a transportadora indicar o que se segue, avisamos aqui.

## Na alfândega

customs-hold =
    { $count ->
        [one] { subject } está retido na alfândega.
       *[other] { subject } estão retidos na alfândega.
    }
customs-hold-next = Se lhe pedirem um documento ou um pagamento, confirme primeiro que o pedido vem da transportadora. O resto do percurso aparecerá aqui.

## A morada não está certa

address-problem-by = { $carrier } não consegue entregar { object }: a morada está errada ou incompleta.
address-problem = A transportadora não consegue entregar { object }: a morada está errada ou incompleta.
address-problem-next = Indique-nos a morada exata ou um ponto de recolha: uma pessoa da loja trata disso.

## Danificado

damaged =
    { $count ->
        [one] { subject } está danificado, segundo a transportadora.
       *[other] { subject } estão danificados, segundo a transportadora.
    }

## De volta

returning =
    { $count ->
        [one] { subject } está a voltar para a loja, segundo a transportadora.
       *[other] { subject } estão a voltar para a loja, segundo a transportadora.
    }
returned =
    { $count ->
        [one] { subject } voltou para a loja, segundo a transportadora.
       *[other] { subject } voltaram para a loja, segundo a transportadora.
    }

## Perdido, encontrado

declared-lost =
    { $count ->
        [one] { subject } perdeu-se, segundo a transportadora.
       *[other] { subject } perderam-se, segundo a transportadora.
    }
presumed-lost-after =
    { $count ->
        [one] { subject } não é visto há { working-days }: damo-lo como perdido.
       *[other] { subject } não são vistos há { working-days }: damo-los como perdidos.
    }
presumed-lost =
    { $count ->
        [one] { subject } não é visto há demasiado tempo: damo-lo como perdido.
       *[other] { subject } não são vistos há demasiado tempo: damo-los como perdidos.
    }
found =
    { $count ->
        [one] { subject } foi encontrado e está de novo a caminho.
       *[other] { subject } foram encontrados e estão de novo a caminho.
    }
