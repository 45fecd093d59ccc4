using System;
using System.Collections.Generic;
using System.ComponentModel;
using Cleverence.Warehouse;
using Cleverence.Warehouse.Design;

namespace Cleverence.Connectivity.ClassicDemo
{
    /// <summary>A connector written the old way: nothing in this file knows of anything newer than the original contract.</summary>
    [DisplayTypeName("Демонстрационный коннектор остатков")]
    public class ClassicDemoConnector : IConnector
    {
        private List<StockLine> stock = new List<StockLine>();
        private bool initialized;

        public string Id { get; set; }
        public bool Enabled { get; set; }
        public int Timeout { get; set; }
        public TimeoutBehavaior TimeoutBehavaior { get; set; }
        public bool Initialized { get { return initialized; } }

        [Description("Файл остатков; пусто - встроенный пример")]
        public string StockFilePath { get; set; }

        [Description("Остаток, ниже которого строка помечается")]
        public decimal MinimumStock { get; set; }

        public ClassicDemoConnector()
        {
            MinimumStock = 20m;
        }

        public void Initialize()
        {
            stock = StockFile.Read(StockFilePath);
            Log.Write("Загружено строк остатков: " + stock.Count);
            initialized = true;
        }

        public object InvokeMethod(string methodName, object[] args)
        {
            switch (methodName)
            {
                case "ОстатокПоШтрихкоду":
                case "Stock.GetByBarcode":
                    return GetStock((InvokeArgs)args[0]);
                case "КарточкаТовара":
                    return GetCard((InvokeArgs)args[0]);
                case "ПолучитьТовар":
                    return FindProduct((string)args[0]);
                case "ПолучитьСписокДокументов":
                    return GetDocuments((string)args[0]);
                case "ДокументЗавершен":
                    return DocumentFinished((string)args[0]);
                case "ЗагрузитьСправочник":
                    return LoadProducts();
                default:
                    return null;
            }
        }

        // Device: cells with quantities, as a table.
        private RowCollection GetStock(InvokeArgs args)
        {
            string barcode = args.GetArg("Штрихкод") != null ? args.GetArg("Штрихкод").ToString() : "";
            RowCollection rows = new RowCollection();
            foreach (StockLine line in stock.FindAll(x => x.Barcode == barcode))
            {
                Row row = new Row();
                row.SetField("Ячейка", line.Cell);
                row.SetField("Количество", line.Quantity);
                row.SetField("Мало", line.Quantity < MinimumStock);
                rows.Add(row);
            }
            Log.Write("Остаток " + barcode + " для " + ServerSession.Get().DeviceInfo.UserId + ": строк " + rows.Count);
            return rows;
        }

        // Device: a card as a tree.
        private UEObject GetCard(InvokeArgs args)
        {
            string barcode = Convert.ToString(args.GetArg("Штрихкод"));
            StockLine line = stock.Find(x => x.Barcode == barcode);
            if (line == null)
                return null;
            UEObject card = new UEObject();
            card.AddNode("Код", line.ProductId);
            card.AddNode("Наименование", line.Name);
            UEObject cells = card.AddNode(new UEObject("Ячейки"));
            cells.IsArray = true;
            foreach (StockLine cell in stock.FindAll(x => x.Barcode == barcode))
                cells.AddNode("Ячейка", cell.Cell);
            return card;
        }

        // Event «ПолучитьТовар».
        private PackedProduct FindProduct(string code)
        {
            StockLine line = stock.Find(x => x.Barcode == code || x.ProductId == code);
            if (line == null)
                return null;
            PackedProduct found = new PackedProduct(line.ProductId, "шт");
            found.Product = MakeProduct(line);
            found.Packing = found.Product.Packings[0];
            found.Quantity = 1;
            return found;
        }

        // Event «ПолучитьСписокДокументов»: one count of the stock for the warehouse of the caller.
        private static DocumentDescriptionCollection GetDocuments(string userId)
        {
            DocumentDescriptionCollection list = new DocumentDescriptionCollection();
            DocumentDescription count = new DocumentDescription();
            count.Id = "INV-" + (ServerSession.Get().DeviceInfo.WarehouseId ?? "1");
            count.DocumentTypeName = "Инвентаризация";
            count.Name = "Инвентаризация склада";
            count.UserId = userId;
            list.Add(count);
            return list;
        }

        // Event «ДокументЗавершен»: the fact becomes the stock.
        private object DocumentFinished(string documentId)
        {
            Document document = DocumentStorage.Documents.FindById(documentId);
            if (document == null)
                return false;
            foreach (DocumentItem item in document.CurrentItems)
            {
                StockLine line = stock.Find(x => x.ProductId == item.ProductId);
                if (line != null)
                    line.Quantity = item.CurrentQuantity;
                else
                    Log.Write("Нет на остатках: " + item.ProductId, null, Log.LogType.Warning);
            }
            DocumentStorage.Documents.Remove(document);
            return true;
        }

        // Job: the catalogue of the server.
        private object LoadProducts()
        {
            foreach (StockLine line in stock)
                ProductsBook.Products.Add(MakeProduct(line));
            return stock.Count;
        }

        private static Product MakeProduct(StockLine line)
        {
            Product product = new Product();
            product.Id = line.ProductId;
            product.Name = line.Name;
            product.Barcode = line.Barcode;
            product.BasePackingId = "шт";
            product.SetField("Ячейка", line.Cell);
            product.Packings.Add(new Packing { Id = "шт", Name = "шт", UnitsQuantity = 1 });
            return product;
        }
    }
}
