-- Ends what nobody can take or waits for. ARGV: ms that a waiting run may be unwatched or 0, ms after which a kind
-- without machines is given up, ms after which a machine is forgotten, last event of a run without machines, last event
-- of a cancelled run.
local unwatched, away, forgotten = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local function finish(id, event)
  redis.call('HSET', run_key(id), 'token', '')
  append(id, event)
  over(id)
end
if alive() > 0 then
  redis.call('SET', k .. 'alive', string.format('%d', now))
else
  redis.call('SET', k .. 'alive', string.format('%d', now), 'NX')
  if now - tonumber(redis.call('GET', k .. 'alive')) > away then
    for _, job in ipairs(redis.call('XRANGE', k .. 'jobs', '-', '+')) do
      local id = job[2][2]
      if redis.call('EXISTS', run_key(id)) == 1 then
        finish(id, ARGV[4])
      else
        redis.call('XDEL', k .. 'jobs', job[1])
      end
    end
  end
end
if unwatched > 0 then
  for _, id in ipairs(redis.call('ZRANGE', k .. 'waiting', 0, -1)) do
    if now - tonumber(redis.call('HGET', run_key(id), 'seen')) > unwatched then finish(id, ARGV[5]) end
  end
end
local heard = redis.call('HGETALL', k .. 'heard')
for i = 1, #heard, 2 do
  if now - tonumber(heard[i + 1]) > forgotten then
    redis.call('HDEL', k .. 'machines', heard[i])
    redis.call('HDEL', k .. 'heard', heard[i])
  end
end
tell_places()
return {}
