-- ARGV: id, visitor, whether visitors are told apart, last event of a cancelled run.
local id, visitor, shared, cancelled = ARGV[1], ARGV[2], ARGV[3] == '1', ARGV[4]
local run = run_key(id)
local asked, left = k .. 'asked:' .. id, k .. 'left:' .. id
local state = redis.call('HGET', run, 'state')
if not state then return {'unknown'} end
local theirs = redis.call('SISMEMBER', asked, visitor)
if shared and theirs + redis.call('SISMEMBER', left, visitor) == 0 then return {'not-yours'} end
if state == 'ended' then return {'ended'} end
if shared and redis.call('SCARD', asked) > theirs then
  redis.call('SMOVE', asked, left, visitor)
  return {'left'}
end
local held = state == 'running' and redis.call('HGET', run, 'token') ~= ''
    and redis.call('EXISTS', k .. 'beat:' .. redis.call('HGET', run, 'owner')) == 1
if held then
  redis.call('HSET', run, 'cancel', 1)
  return {'told'}
end
redis.call('HSET', run, 'token', '')
append(id, cancelled)
over(id)
tell_places()
return {'ended'}
