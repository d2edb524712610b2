### O que o painel diz, por si, a quem compra.

## A conversa

assistant = Assistente automático
with-agent = { $name } responde-lhe
waiting = À espera de uma pessoa
waiting-at =
    { $place ->
        [1] À espera de uma pessoa: é a sua vez
       *[other] À espera de uma pessoa, lugar { $place } na fila
    }
about-minutes = cerca de { NUMBER($minutes) } min
nobody-there = Agora não está ninguém. A sua mensagem fica guardada e será lida.
closed = Conversa encerrada
resolved = Esta conversa está encerrada. Escreva para a reabrir.
handed-over = A sua conversa passa a uma pessoa, com tudo o que foi dito.
back-to-assistant = O assistente automático retoma a conversa.
took-over = { $name } juntou-se à conversa.
close = Fechar a conversa
talk-to-human = Falar com uma pessoa
track-order = Seguir a minha encomenda
greeting = Olá, aqui { $shop }.
greeting-more = Que podemos fazer por si?
ask-for-order = Onde está a minha encomenda n.º { $number }?
transcript = Conversa
connecting = A ligar…
offline = Ligação perdida. As suas mensagens seguirão assim que voltar.
ended = A sua sessão terminou. Recarregue a página.
earlier = Ver as mensagens anteriores
unread = Mensagens novas
today = Hoje
yesterday = Ontem
you = Você
# Antes de uma mensagem lida em voz alta.
said = { $who }:
typing = { $who } está a escrever…
typing-somebody = Está a ser escrita uma resposta…

## Escrever

message = A sua mensagem
message-hint = Escreva a sua mensagem
send = Enviar
sending = A enviar…
sent = Enviada
seen = Lida
unanswered = Não enviada.
retry = Tentar de novo
edit = Modificar
characters-left =
    { $count ->
        [one] { $count } carácter restante
       *[other] { $count } caracteres restantes
    }
characters-over =
    { $count ->
        [one] Demasiado longa: retire { $count } carácter.
       *[other] Demasiado longa: retire { $count } caracteres.
    }
refused =
    { $code ->
        [too_large] Mensagem demasiado longa. Encurte-a ou envie-a em duas partes.
        [too_long] Mensagem demasiado longa. Encurte-a ou envie-a em duas partes.
        [too_fast] Demasiadas mensagens de uma vez. Aguarde um momento e tente de novo.
        [conflict] Esta mensagem mudou entretanto. Modifique-a e envie-a de novo.
        [empty] A mensagem está vazia. Escreva algumas palavras.
        [forbidden] Isto não lhe está acessível. Peça para falar com uma pessoa.
        [not_found] Não encontrado. Recarregue a página e tente de novo.
        [locked] Demasiadas tentativas para esta encomenda. Também pode falar com uma pessoa.
        [unavailable] Houve uma falha do nosso lado. A sua mensagem está guardada; tente de novo.
       *[other] Isto não é possível aqui. Recarregue a página e tente de novo.
    }
retry-in-seconds = Tente de novo dentro de { NUMBER($count) } s.
retry-in-minutes = Tente de novo dentro de { NUMBER($count) } min.
retry-in-hours = Tente de novo dentro de { NUMBER($count) } h.

## A encomenda

news = Notícias do seu pacote
order = Encomenda n.º { $number }
placed = Feita em { $day }
cancelled = Encomenda anulada
preparing = A loja prepara a sua encomenda. Ainda nada saiu.
more-items =
    { $count ->
        [one] e mais { $count } artigo
       *[other] e mais { $count } artigos
    }
parcel = Pacote { NUMBER($number) } de { NUMBER($count) }
expected = Entrega prevista
first-promised = anunciada primeiro para { $day }
carrier = Transportadora
tracking-number = Número de seguimento
track-at = Seguir em { $carrier }
track = Seguir o pacote
new-tab = (novo separador)
pickup-point = Ponto de recolha
kept-until = O pacote fica lá guardado até { $day }.
hours = Horário
open-until = Aberto até às { $hour }
opens-again = Fechado; abre { $day } às { $hour }
closed-that-day = Fechado
closed-on = Excecionalmente fechado em { $day }.
closed-between = Excecionalmente fechado de { $first } a { $last }.
bring = Podem pedir-lhe um documento de identificação.
way-there = Ver no mapa
history = Todo o histórico ({ NUMBER($count) })
step =
    { $name ->
        [ordered] Encomendado
        [shipped] Enviado
        [out_for_delivery] Em distribuição
        [ready_for_pickup] Por levantar
        [delivered] Entregue
       *[returned] Devolvido
    }
status =
    { $name ->
        [pre_transit] Em breve na transportadora
        [in_transit] A caminho
        [out_for_delivery] Em distribuição
        [available_for_pickup] Pronto no ponto de recolha
        [delivery_attempted] Tentativa de entrega
        [delivered] Entregue
        [delayed] Atrasado
        [exception] Um problema retém o pacote
        [returning] De volta para a loja
        [returned] Devolvido à loja
        [lost] A transportadora não o encontra
        [cancelled] Envio anulado
       *[unknown] Ainda sem notícias da transportadora
    }
reason =
    { $name ->
        [customs] Está na alfândega.
        [address] A morada está errada ou incompleta.
        [refused] O pacote foi recusado.
        [absent] Não estava ninguém.
        [damaged] O pacote está danificado.
        [point_closed] O ponto de recolha está fechado.
        [point_full] O ponto de recolha está cheio.
        [point_moved] O pacote vai para outro ponto de recolha.
       *[disruption] O tempo, uma greve ou algo semelhante retém muitos pacotes.
    }

## Num relance

back = Voltar
your-orders = As suas encomendas
no-orders = Ainda não se segue aqui nenhuma encomenda.
what-next = O que acontece a seguir
your-conversations = As suas conversas
write-to-us = Escrever-nos
ask-about-order = Perguntar sobre esta encomenda
seek = Procurar uma resposta
no-answer = Não há nada sobre isso aqui. Pergunte-nos.
unsought = A pesquisa não responde. Tente de novo.
desk-open = Alguém responde até às { $hour }.
desk-opens = Alguém voltará a responder { $day } às { $hour }.
usual-wait = Espera habitual: cerca de { NUMBER($minutes) } min.

## Encontrar uma encomenda

form-title = Encontrar a minha encomenda
number = Número da encomenda
number-hint = Está no e-mail de confirmação, por exemplo 1042.
number-missing = Indique o número da encomenda.
proof = E-mail ou código postal
proof-hint = O da encomenda.
proof-missing = Indique o e-mail ou o código postal da encomenda.
look-up = Procurar
