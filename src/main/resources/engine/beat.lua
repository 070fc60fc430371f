-- A machine says that it is there. ARGV: name, instance, what it does, its card, ms until it counts as away.
local name, instance, doing, card, ttl = unpack(ARGV)
local beat = redis.call('GET', k .. 'beat:' .. name)
if beat and string.sub(beat, 1, #instance) ~= instance then return {'taken'} end
if redis.call('HGET', k .. 'machines', name) ~= card then redis.call('HSET', k .. 'machines', name, card) end
redis.call('SET', k .. 'beat:' .. name, instance .. ' ' .. doing, 'PX', ttl)
redis.call('SET', k .. 'alive', string.format('%d', now))
redis.call('HSET', k .. 'heard', name, string.format('%d', now))
redis.pcall('XGROUP', 'CREATE', k .. 'jobs', 'measurers', 0, 'MKSTREAM')
redis.pcall('XGROUP', 'CREATE', k .. 'ended', 'archivists', 0, 'MKSTREAM')
return {'beats'}
