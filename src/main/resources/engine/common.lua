-- What all scripts share. KEYS[1] is the prefix of one kind's keys, which lie in one slot.
local k = KEYS[1]
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local KEPT_SECONDS = 86400
local TOLD_AT_ONCE = 50

local function run_key(id) return k .. 'run:' .. id end

local function append(id, event)
  local seq = redis.call('HINCRBY', run_key(id), 'seq', 1)
  redis.call('XADD', k .. 'log:' .. id, seq .. '-0', 'at', string.format('%d', now), 'e', event)
end

-- How many machines were heard of lately.
local function alive()
  local count = 0
  for _, name in ipairs(redis.call('HKEYS', k .. 'machines')) do
    count = count + redis.call('EXISTS', k .. 'beat:' .. name)
  end
  return count
end

-- Machines that are about to take a run.
local function free()
  return math.max(0, alive() - redis.call('HLEN', k .. 'running'))
end

-- Calls f(id, place, seconds) for every waiting run until it returns true; seconds are what it is likely to wait.
local function in_line(f)
  local machines = math.max(1, alive())
  local idle = free()
  local sum = 0
  for _, left in ipairs(redis.call('HVALS', k .. 'running')) do sum = sum + tonumber(left) end
  for place, id in ipairs(redis.call('ZRANGE', k .. 'waiting', 0, -1)) do
    if f(id, place, place <= idle and 0 or sum / machines) then return end
    sum = sum + tonumber(redis.call('HGET', run_key(id), 'est') or 0)
  end
end

-- Tells the first ones, and those that were told nothing yet, their place if it is another.
local function tell_places()
  in_line(function(id, place, seconds)
    local known = redis.call('HGET', run_key(id), 'place')
    if known ~= tostring(place) and (place <= TOLD_AT_ONCE or not known) then
      redis.call('HSET', run_key(id), 'place', place)
      append(id, string.format('{"type":"queued","position":%d,"waitSeconds":%.17g}', place, seconds))
    end
  end)
end

-- The run is over: nobody may take it, and a front is to keep it.
local function over(id)
  redis.call('HSET', run_key(id), 'state', 'ended')
  redis.call('HDEL', k .. 'running', id)
  redis.call('ZREM', k .. 'waiting', id)
  local entry = redis.call('HGET', run_key(id), 'entry')
  redis.call('XACK', k .. 'jobs', 'measurers', entry)
  redis.call('XDEL', k .. 'jobs', entry)
  redis.call('XADD', k .. 'ended', '*', 'run', id)
  for _, name in ipairs({'run:', 'log:', 'asked:', 'left:'}) do
    redis.call('EXPIRE', k .. name .. id, KEPT_SECONDS)
  end
end
