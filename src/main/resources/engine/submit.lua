-- ARGV: id, request, plan, look, est, created, visitor, capacity, waiting per visitor, whether visitors share runs.
local id, request, plan, look, est, created, visitor = unpack(ARGV, 1, 7)
local capacity, per_visitor, shared = tonumber(ARGV[8]), tonumber(ARGV[9]), ARGV[10] == '1'
local function asked_by(run) return redis.call('SISMEMBER', k .. 'asked:' .. run, visitor) == 1 end

local idle = free()
local waiting, theirs, first_wait, same = 0, 0, nil, nil
in_line(function(run, place, seconds)
  waiting = place
  if shared and not same and redis.call('HGET', run_key(run), 'request') == request
      and redis.call('HGET', run_key(run), 'look') == look then
    same = run
  end
  if place > idle and asked_by(run) then
    theirs = theirs + 1
    first_wait = first_wait or seconds
  end
end)
if same and asked_by(same) then return {'same', same} end
if theirs >= per_visitor then return {'waits', string.format('%.17g', first_wait)} end
if same then
  redis.call('SADD', k .. 'asked:' .. same, visitor)
  redis.call('HSET', run_key(same), 'seen', now)
  return {'same', same}
end
if math.max(0, waiting - idle) >= capacity then
  local soonest = 1
  for i, left in ipairs(redis.call('HVALS', k .. 'running')) do
    soonest = i == 1 and tonumber(left) or math.min(soonest, tonumber(left))
  end
  return {'full', string.format('%.17g', soonest)}
end
redis.call('SADD', k .. 'asked:' .. id, visitor)
local entry = redis.call('XADD', k .. 'jobs', '*', 'run', id)
redis.call('HSET', run_key(id), 'state', 'queued', 'request', request, 'plan', plan, 'look', look, 'est', est,
    'created', created, 'seen', now, 'entry', entry, 'seq', 0, 'starts', 0, 'lost', 0, 'token', '')
redis.call('ZADD', k .. 'waiting', redis.call('INCR', k .. 'line'), id)
tell_places()
return {'new', id}
