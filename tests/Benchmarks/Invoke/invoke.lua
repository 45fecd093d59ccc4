-- Every request is a call of its own: a request id that was never used before, as a handheld sends it.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  prefix = args[1] .. "-" .. number .. "-"
  sent = 0
  local headers = {
    ["Content-Type"] = "application/json",
    ["X-Api-Key"] = args[2],
    ["X-Device"] = "TSD-1",
    ["X-Request-Id"] = "REQUESTID",
  }
  local body = '{"class":"","method":"Echo","args":{"text":"Молоко 3,2 %"}}'
  local whole = wrk.format("POST", nil, headers, body)
  local from, to = whole:find("REQUESTID", 1, true)
  head = whole:sub(1, from - 1) .. prefix
  tail = whole:sub(to + 1)
end

-- Joining three texts is all the work a request costs here, so that the load takes little of the machine from the servers.
function request()
  sent = sent + 1
  return head .. sent .. tail
end
