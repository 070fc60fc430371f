-- What is known of a kind: how many runs wait, how many are measured, then name, card and beat of every machine.
local told = {redis.call('ZCARD', k .. 'waiting'), redis.call('HLEN', k .. 'running')}
local cards = redis.call('HGETALL', k .. 'machines')
for i = 1, #cards, 2 do
  told[#told + 1] = cards[i]
  told[#told + 1] = cards[i + 1]
  told[#told + 1] = redis.call('GET', k .. 'beat:' .. cards[i]) or ''
end
return told
