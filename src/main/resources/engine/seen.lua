-- Somebody watches these runs. ARGV: ids. Returns those that are not there.
local lost = {}
for _, id in ipairs(ARGV) do
  if redis.call('EXISTS', run_key(id)) == 1 then
    redis.call('HSET', run_key(id), 'seen', now)
  else
    lost[#lost + 1] = id
  end
end
return lost
