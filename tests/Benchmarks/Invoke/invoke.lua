-- Every request is a call of its own: a request id that was never used before, as a handheld sends it.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  prefix = args[1] .. "-" .. number .. "-"
  sent = 0
  headers = {
    ["Content-Type"] = "application/json",
    ["X-Api-Key"] = args[2],
    ["X-Device"] = "TSD-1",
  }
  body = '{"class":"","method":"Echo","args":{"text":"Молоко 3,2 %"}}'
end

function request()
  sent = sent + 1
  headers["X-Request-Id"] = prefix .. sent
  return wrk.format("POST", nil, headers, body)
end
