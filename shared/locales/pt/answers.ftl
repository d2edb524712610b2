### O que o assistente responde quando se escolhe, sobre um pacote, uma das opções.
### As variáveis estão explicadas em fr/notices.ftl.

## Esperar

will-watch-estimated =
    { $count ->
        [one] Fica anotado. A entrega está prevista para { $estimate }, para { object }: aviso aqui se essa data mudar e assim que estiver em distribuição.
       *[other] Fica anotado. A entrega está prevista para { $estimate }, para { object }: aviso aqui se essa data mudar e assim que estiverem em distribuição.
    }
will-watch =
    { $count ->
        [one] Fica anotado. Continuo a seguir { object }: aviso aqui assim que estiver em distribuição ou puder ser levantado, e se acontecer outra coisa.
       *[other] Fica anotado. Continuo a seguir { object }: aviso aqui assim que estiverem em distribuição ou puderem ser levantados, e se acontecer outra coisa.
    }

## Entregue, mas não recebido

usual-places =
    { $count ->
        [one] Vamos ver juntos. Procure primeiro na caixa do correio, nos vizinhos, no porteiro ou na receção, e pergunte a quem vive consigo. Se o pacote não estiver lá, passo o assunto a uma pessoa.
       *[other] Vamos ver juntos. Procure primeiro na caixa do correio, nos vizinhos, no porteiro ou na receção, e pergunte a quem vive consigo. Se os pacotes não estiverem lá, passo o assunto a uma pessoa.
    }
proof-signed = A transportadora registou esta assinatura: { $signed-by }.
proof-shown = O comprovativo de entrega: { $proof-url }.

## Pedir a uma pessoa

request-other-address = Para { object }, passo a uma pessoa o seu pedido de outra morada, com todo o percurso. Escreva-a aqui: ficará logo à vista.
request-other-point = Para { object }, passo a uma pessoa o seu pedido de outro ponto de recolha, com todo o percurso. Diga aqui qual lhe convém: ficará logo à vista.
request-send-again = Para { object }, passo a uma pessoa o seu pedido de um novo envio, com todo o percurso: não terá de repetir nada.
request-refund = Para { object }, passo a uma pessoa o seu pedido de reembolso, com todo o percurso: não terá de repetir nada.
request-inquiry = Para { object }, aviso uma pessoa de que não recebeu nada, com todo o percurso: não terá de repetir nada.
answer-promised = Uma pessoa responde-lhe até { $promise-by }.
answer-coming = Uma pessoa responde-lhe aqui.

## Deixar de ser avisado, voltar a sê-lo

muted =
    { $naming ->
        [numbered] Fica anotado: não aviso mais sobre a encomenda n.º { $number }, exceto se um pacote for entregue, perdido ou devolvido à loja.
       *[bare] Fica anotado: não aviso mais sobre esta encomenda, exceto se um pacote for entregue, perdido ou devolvido à loja.
    }
unmuted =
    { $naming ->
        [numbered] Fica anotado: volto a avisar aqui sobre a encomenda n.º { $number }.
       *[bare] Fica anotado: volto a avisar aqui sobre esta encomenda.
    }

## Até quando encomendar, e se chega a tempo

order-until = Para receber até { $day }, encomende antes de { $order-before }: { $offer }.
order-instead = É tarde demais para uma entrega até { $day }. Ainda possível antes de { $order-before }: { $offer }.
no-cutoff-for = Não tenho uma data limite segura para { $day } e prefiro não adivinhar. Uma pessoa pode responder-lhe.
no-cutoff = Não tenho uma data limite segura e prefiro não adivinhar. Uma pessoa pode responder-lhe.
in-time = A entrega está prevista para { $estimate }, a tempo para { $day }. É a estimativa da transportadora: se mudar, aviso-o aqui.
in-time-unknown = A transportadora não deu data para tudo, por isso não lhe posso prometer { $day }. Assim que der uma, aviso-o aqui.
too-late = A entrega está prevista para { $estimate }, depois de { $day }. Uma pessoa pode ver consigo o que ainda é possível.

## Promessas, por baixo da mensagem que as faz

promise-callback = Voltamos a contactar até { $promise-by }.
promise-answer = Resposta até { $promise-by }.
promise-refund = Reembolso até { $promise-by }.
promise-replacement = Novo envio até { $promise-by }.

## Esperar muito por uma pessoa

long-wait = A espera está a prolongar-se, e pedimos desculpa. Pode continuar à espera ou fechar esta página: nesse caso voltamos a contactar aqui até { $promise-by }.
called-back = Anotado: uma pessoa volta a contactar aqui até { $promise-by }, com toda a conversa. O seu lugar na fila fica guardado.
