-- A machine has taken the entry. ARGV: id, entry, machine, token, most starts without an end, problem of a restart,
-- last event after too many starts, last event if it was cancelled meanwhile.
local id, entry, machine, token, most, restart, too_many, cancelled = unpack(ARGV)
local run = run_key(id)
local state = redis.call('HGET', run, 'state')
if not state or state == 'ended' or redis.call('HGET', run, 'entry') ~= entry then
  redis.call('XACK', k .. 'jobs', 'measurers', entry)
  redis.call('XDEL', k .. 'jobs', entry)
  return {'gone'}
end
-- Another machine may have claimed it since.
local pending = redis.call('XPENDING', k .. 'jobs', 'measurers', entry, entry, 1)
if not pending[1] or pending[1][2] ~= machine then return {'gone'} end
local function begun()
  return {'begun', redis.call('HGET', run, 'seq'), redis.call('HGET', run, 'request'), redis.call('HGET', run, 'plan')}
end
-- The answer to the same call got lost.
if redis.call('HGET', run, 'token') == token then return begun() end
-- A machine that held it before holds it no more.
redis.call('HSET', run, 'token', token)
if state == 'running' and redis.call('HGET', run, 'cancel') then
  append(id, cancelled)
  over(id)
  return {'gone'}
end
if state == 'running' and redis.call('HGET', run, 'handed') ~= '1' then
  if redis.call('HINCRBY', run, 'lost', 1) >= tonumber(most) then
    append(id, too_many)
    over(id)
    return {'gone'}
  end
end
local start = redis.call('HINCRBY', run, 'starts', 1)
if start > 1 then
  append(id, '{"type":"restarted","attempt":' .. start .. ',"problem":' .. restart .. '}')
end
redis.call('HSET', run, 'state', 'running', 'owner', machine, 'handed', '0')
redis.call('ZREM', k .. 'waiting', id)
redis.call('HSET', k .. 'running', id, redis.call('HGET', run, 'est'))
tell_places()
return begun()
