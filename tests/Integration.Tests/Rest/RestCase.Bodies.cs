namespace Integration.Tests.Rest;

public sealed partial record RestCase
{
    private static readonly RestCase[] OfBodies =
    [
        new("A JSON body keeps types", """{"verb":"POST","path":"/echo/b","body":"{\"n\":\"{n}\",\"t\":\"{n} шт\",\"l\":\"{l}\",\"r\":\"{r}\",\"s\":\"7\"}","parameters":[{"name":"n","type":"decimal"},{"name":"l","type":"list"},{"name":"r","type":"record"}],"result":"body"}""", """[1.50,[1,"a"],{"к":null}]""", 200, """ "{\"n\":1.50,\"t\":\"1.50 шт\",\"l\":[1,\"a\"],\"r\":{\"к\":null},\"s\":\"7\"}" """),
        new("A JSON body leaves out what is not given", """{"verb":"POST","path":"/echo/b","body":{"a":"{a}","b":"{b}"},"parameters":[{"name":"a","optional":true},{"name":"b","optional":true}],"result":"body"}""", """{"b":null}""", 200, """ "{\"b\":null}" """),
        new("A JSON body writes formats", """{"verb":"POST","path":"/echo/b","body":{"d":"{d}"},"parameters":[{"name":"d","type":"dateTime","format":"dd.MM.yyyy"}],"result":"body"}""", """["2026-05-31T00:00:00"]""", 200, """ "{\"d\":\"31.05.2026\"}" """),
        new("A table is an array of objects", """{"verb":"POST","path":"/echo/b","body":"{rows}","parameters":[{"name":"rows","type":"table"}],"result":"body"}""", """[[{"a":1},{"a":2}]]""", 200, """ "[{\"a\":1},{\"a\":2}]" """),
        new("A JSON body names its type", """{"verb":"POST","path":"/echo/b","body":{"a":1},"contentType":"application/vnd.erp+json","result":"$.headers['Content-Type']"}""", "[]", 200, "\"application/vnd.erp+json; charset=utf-8\""),
        new("A form body is escaped", """{"verb":"POST","path":"/echo/b","form":{"имя":"{name}","fixed":"a b"},"result":"fields"}""", """["Ёж & Ко=1"]""", 200, """{"fixed":"a b","имя":"Ёж & Ко=1"}"""),
        new("A form body says so", """{"verb":"POST","path":"/echo/b","form":{"a":"{a}"},"result":"$.headers['Content-Type']"}""", """["1"]""", 200, "\"application/x-www-form-urlencoded\""),
        new("A form repeats a list", """{"verb":"POST","path":"/echo/b","form":{"id":"{ids}"},"parameters":[{"name":"ids","type":"list"}],"result":"body"}""", """[["1","2"]]""", 200, "\"id=1&id=2\""),
        new("A form leaves out what is not given", """{"verb":"POST","path":"/echo/b","form":{"a":"{a}","b":"1"},"parameters":[{"name":"a","optional":true}],"result":"body"}""", "[]", 200, "\"b=1\""),
        new("A multipart body sends fields", """{"verb":"POST","path":"/echo/b","parts":[{"name":"имя","value":"{name}"},{"name":"n","value":"{n}"}],"parameters":[{"name":"name"},{"name":"n","type":"decimal"}],"result":"fields"}""", """["Ёж",1.50]""", 200, """{"имя":"Ёж","n":"1.50"}"""),
        new("A multipart body sends files", """{"verb":"POST","path":"/echo/b","parts":[{"name":"photo","value":"{photo}","fileName":"{name}.jpg","contentType":"image/jpeg"}],"parameters":[{"name":"photo","type":"binary"},{"name":"name"}],"result":"files"}""", """{"photo":"AAH+/w==","name":"Фото 1"}""", 200, """[{"name":"photo","fileName":"Фото 1.jpg","contentType":"image/jpeg","base64":"AAH+/w=="}]"""),
        new("A multipart body sends records as JSON", """{"verb":"POST","path":"/echo/b","parts":[{"name":"doc","value":"{doc}","fileName":"doc.json"}],"parameters":[{"name":"doc","type":"record"}],"result":"$.files[0].base64"}""", """[{"a":1}]""", 200, "\"eyJhIjoxfQ==\""),
        new("A part that is not given is left out", """{"verb":"POST","path":"/echo/b","parts":[{"name":"a","value":"1"},{"name":"photo","value":"{photo}"}],"parameters":[{"name":"photo","type":"binary","optional":true}],"result":"files"}""", "[]", 200, "[]"),
        new("A file name cannot climb", """{"verb":"POST","path":"/echo/b","parts":[{"name":"photo","value":"1","fileName":"{name}"}]}""", """["../a"]""", 400, """{"code":"InvalidArguments","offenders":["name: '../a' is not the name of a file"]}"""),
        new("A text body has places", """{"verb":"POST","path":"/echo/b","bodyType":"text","body":"код;{code};{{}}","contentType":"text/csv","result":"body"}""", """["7"]""", 200, "\"код;7;{}\""),
        new("An XML body escapes arguments", """{"verb":"POST","path":"/echo/b","bodyType":"text","body":"<a>{v}</a>","contentType":"application/xml","result":"body"}""", """["</a><b x='1'/>&"]""", 200, "\"<a>&lt;/a&gt;&lt;b x=&apos;1&apos;/&gt;&amp;</a>\""),
        new("A binary body is the bytes", """{"verb":"PUT","path":"/echo/b","bodyType":"binary","body":"{content}","result":"base64"}""", """["AAH+/w=="]""", 200, "\"AAH+/w==\""),
        new("DELETE may carry a body", """{"verb":"DELETE","path":"/echo/b","body":{"a":"{a}"},"result":"body"}""", """["1"]""", 200, """ "{\"a\":\"1\"}" """),
    ];
}
