-- A machine that stops hands its run to the next one. ARGV: id, entry, machine, token.
local id, entry, machine, token = unpack(ARGV)
if redis.call('HGET', run_key(id), 'token') ~= token then return {'fenced'} end
redis.call('HSET', run_key(id), 'token', '', 'handed', '1')
redis.call('HDEL', k .. 'running', id)
redis.call('XCLAIM', k .. 'jobs', 'measurers', machine, 0, entry, 'IDLE', 86400000, 'JUSTID')
return {'taken'}
