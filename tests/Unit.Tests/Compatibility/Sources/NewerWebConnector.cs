// A connector of a newer edition: has IsSelfTimeoutBehavior and speaks the platform 4 names.
using System;
using System.Collections.Generic;
using System.Linq;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Cleverence.Connectivity.NewerWeb
{
    public enum ExchangeMode { Full, Changes }

    public class NewerWebConnector : IConnector
    {
        public string Id { get; set; }
        public bool Initialized { get; private set; }
        public bool Enabled { get; set; }
        public int Timeout { get; set; } = 30;
        public TimeoutBehavaior TimeoutBehavaior { get; set; } = TimeoutBehavaior.ReInvoke;
        public bool IsSelfTimeoutBehavior => true;

        public ExchangeMode Mode { get; set; }
        public List<string> Warehouses { get; set; }

        public void Initialize()
        {
            Initialized = true;
        }

        public object InvokeMethod(string methodName, object[] args)
        {
            switch (methodName)
            {
                case "GetItem":
                    return GetItem((string)args[0]);
                case "GetDocuments":
                    var list = new DocumentDescriptionCollection();
                    list.Add(new DocumentDescription { Id = "D1", Name = "Order 1", CreateDate = DateTime.MinValue });
                    list.Add(new DocumentDescription { Id = "D2", Name = "Order 2" });
                    return list;
                case "Reply":
                    var request = (UEObject)((InvokeArgs)args[0]).GetArg("request");
                    var reply = new UEObject("reply");
                    reply.SetAttribute("code", 0);
                    reply.AddNode("number", request.GetNode("order").GetNode("number").AsInt32() + 1);
                    foreach (var line in request.GetNodes("lines"))
                        reply.AddNode("line", line.GetNode("sku").AsString());
                    return reply;
                case "Sum":
                    var table = (RowCollection)((InvokeArgs)args[0]).GetArg("rows");
                    return table.Sum(row => Convert.ToDecimal(row.GetField("qty")));
                case "Plan":
                    var document = DocumentStorage.Documents.FindById((string)args[0]);
                    return document.ExpectedLines.Sum(line => line.ExpectedQuantity - line.ActualQuantity);
                case "Dictionary":
                    return new Dictionary<string, object> { { "a", 1 }, { "b", new[] { 1, 2 } } };
                default:
                    return null;
            }
        }

        private static PackedProduct GetItem(string code)
        {
            InventoryItem item = ProductsBook.Products.FindById(code);
            if (item == null)
            {
                item = new InventoryItem { Id = code, Name = "Item " + code };
                UnitOfMeasure unit = new UnitOfMeasure { Id = "pcs", Name = "pcs", UnitsQuantity = 1 };
                item.Packings.Add(unit);
                ProductsBook.Products.Add(item);
            }
            foreach (UnitOfMeasure unit in item.Packings)
                Log.Write(unit.Name);
            return new PackedProduct(item.Id, "pcs") { Quantity = 2.5m };
        }
    }
}
