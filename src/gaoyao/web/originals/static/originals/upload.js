/* Paths inside the chosen folder beside the files, the size before anything is sent, how much was sent.  Without it the form still works. */
"use strict";
(function () {
  const form = document.getElementById("upload");
  if (!form) return;
  const inputs = Array.from(form.querySelectorAll('input[type="file"]'));
  const chosen = document.getElementById("chosen");
  const bar = form.querySelector("progress");
  const told = document.getElementById("upload-told");
  const most = Number(form.dataset.most);
  function files() {
    return inputs.flatMap(function (one) { return Array.from(one.files); });
  }
  function say(lines) {
    told.replaceChildren.apply(told, lines.map(function (line) {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    }));
    told.hidden = lines.length === 0;
  }
  form.addEventListener("change", function () {
    const all = files();
    const size = all.reduce(function (sum, one) { return sum + one.size; }, 0);
    chosen.textContent = all.length ? "已选 " + all.length + " 个文件，共 " + (size / 1048576).toFixed(1) + " MB。" : "";
    say(size > most ? ["合计超过 " + Math.round(most / 1048576) + " MB，请分卷上传。"] : []);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    const all = files();
    if (!all.length) return say(["请选择一个文件夹，或者选择文件。"]);
    if (all.reduce(function (sum, one) { return sum + one.size; }, 0) > most) return undefined;
    form.elements.paths.value = JSON.stringify(all.map(function (one) { return one.webkitRelativePath || one.name; }));
    const data = new FormData(form);
    data.delete("file");
    all.forEach(function (one) { data.append("file", one, one.name); });
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.responseType = "json";
    request.upload.onprogress = function (step) {
      if (step.lengthComputable) {
        bar.max = step.total;
        bar.value = step.loaded;
        chosen.textContent = step.loaded < step.total ? "已传 " + Math.floor(100 * step.loaded / step.total) + "%。" : "已传完，正在加密保存……";
      }
    };
    request.onload = function () {
      const answer = request.response || {};
      if (answer.to) {
        window.location.assign(answer.to);
        return;
      }
      done(answer.problems || ["没有接收，服务器的回答是 " + request.status + "。请刷新后重试。"]);
    };
    request.onerror = function () { done(["连接中断，没有接收完。请检查网络后重新上传；同样的文件不会重复读取。"]); };
    function done(lines) {
      bar.hidden = true;
      form.querySelector("button.do").disabled = false;
      say(lines);
    }
    bar.hidden = false;
    say([]);
    form.querySelector("button.do").disabled = true;
    request.send(data);
    return undefined;
  });
})();
