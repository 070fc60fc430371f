-- Events of the machine that holds the run, none to hold it longer. ARGV: id, entry, machine, token, number of the
-- first event, what the run still takes or '', '1' if the last of these events ends it, then time and text of each.
local id, entry, machine, token, first, left, ends = unpack(ARGV, 1, 7)
local run = run_key(id)
if redis.call('HGET', run, 'token') ~= token then return {'fenced'} end
if redis.call('HGET', run, 'state') == 'ended' then return {ends == '1' and 'taken' or 'fenced'} end
local last = tonumber(redis.call('HGET', run, 'seq'))
first = tonumber(first)
redis.call('XCLAIM', k .. 'jobs', 'measurers', machine, 0, entry, 'JUSTID')
if first > last + 1 then return {'gap', last} end
for i = 8, #ARGV, 2 do
  local seq = first + (i - 8) / 2
  if seq > last then
    redis.call('XADD', k .. 'log:' .. id, string.format('%d-0', seq), 'at', ARGV[i], 'e', ARGV[i + 1])
    last = seq
  end
end
redis.call('HSET', run, 'seq', string.format('%d', last))
if ends == '1' then
  over(id)
elseif left ~= '' then
  redis.call('HSET', k .. 'running', id, left)
end
return {'taken', last, redis.call('HGET', run, 'cancel') or '0'}
