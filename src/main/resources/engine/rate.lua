-- How many seconds a visitor has to wait before the next run, 0 if it may be. ARGV: token, how many at once, how many a
-- minute.
local key, at_once, interval = k .. 'rate:' .. ARGV[1], tonumber(ARGV[2]), 60000 / tonumber(ARGV[3])
local due = math.max(now, tonumber(redis.call('GET', key) or 0))
local early = due - now - (at_once - 1) * interval
if early > 0 then return {math.ceil(early / 1000)} end
redis.call('SET', key, string.format('%d', due + interval), 'PX', string.format('%d', due + interval - now + 1))
return {0}
